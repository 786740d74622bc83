"""What help there is: provisions, providers, tariffs and capacity, all dated."""
