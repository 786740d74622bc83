"""The room `overleggen`: the case consultation: agenda, who is invited, options weighed, agreements."""
