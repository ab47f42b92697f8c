// The two style sheets that are not of one component.
import './tokens.css';
import './base.css';
