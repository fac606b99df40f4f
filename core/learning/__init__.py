"""What a project teaches: knowledge drawn from its settled layers, checked on them, applied to later proposals."""
