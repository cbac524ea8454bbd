"""The labelled data, source by source, as examples."""
