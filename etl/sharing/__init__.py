"""Passing editions on: from where they are built to where they are served, and back to an older one."""
