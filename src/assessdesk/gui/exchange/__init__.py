"""What goes between station and central: packages, the station's card."""
