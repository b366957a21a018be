"""Chat models that are reached over the network, behind the same interface as the embedded coach."""
