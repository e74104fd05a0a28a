"""London's policing geography: the list of areas, their residents, and their boundaries."""
