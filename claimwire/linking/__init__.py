"""What ``reconcile`` is made of: evidence, likeness, keys to find each other by, the search, ids that stay."""
