"""Quotations: frames, cues, contents, the judge that scores them."""
