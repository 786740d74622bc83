"""The room `ketenpartners`: outside helpers: the goals opened to them and the tasks they take on."""
