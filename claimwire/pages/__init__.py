"""Web pages and dumps of them: source, elements, lines, what a page says about itself, and which lines are its article.

The way of a page: ``encodings`` → ``tokens`` → ``tree`` → ``claimwire.html`` (lines of one frozen text)
→ ``metadata`` → ``layout`` (pages) or ``text`` (plain texts), which answer with a role for every line.
"""
