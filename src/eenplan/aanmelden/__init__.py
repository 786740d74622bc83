"""How a worker signs in: second factors, sessions, and the sign-on service of the municipality."""
