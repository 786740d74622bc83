"""Rights: what a role may do, and how code asks for it. It holds no people."""
