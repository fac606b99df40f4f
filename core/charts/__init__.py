"""Charts of counts as SVG and PNG, readable without colour, with the place of every bar.

matplotlib (the extra ``charts``) draws them; it is imported when the first chart is drawn.
"""
