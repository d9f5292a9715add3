"""No format: a Chinese term with what may be written for it, as most tools want it, out and in."""
