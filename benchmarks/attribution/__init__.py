"""Who says so: statements, chains, status and links, measured on PolNeAR and on passages of the project's own."""
