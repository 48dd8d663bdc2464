"""Programs that train the models that ship with Taureau; the package that is installed never imports them."""
