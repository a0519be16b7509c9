"""What ``conflicts`` is made of: values and who tells them, intervals, sentences, the official record."""
