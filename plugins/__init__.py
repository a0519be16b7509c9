"""Outlets and record sources that come with Claimwire: one file each. Drop a file in and it is found."""
