"""An article analysed: tokens, sentences, morphology, syntax, quotation marks, insertions."""
