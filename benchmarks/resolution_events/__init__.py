"""How well reports are put together: copies, stories, events in the world, independent witnesses."""
