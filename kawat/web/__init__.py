"""The explorer: a dataset as pages to read, each of them also as JSON. ``kawat serve`` starts it.

Pages hold what strangers wrote. They run no script, load nothing from elsewhere, and escape all text.
"""
