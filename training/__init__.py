"""How the model is made: labelled sentences, training, export. Never imported by kawat/."""
