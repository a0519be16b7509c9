"""From clean text to claims: lexer -> units -> chunks -> clauses -> motions; dates, speech, figures."""
