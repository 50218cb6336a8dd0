"""How everything looks: colours, sizes, fonts, drawings, the shapes of states, and how Korean breaks its lines."""
