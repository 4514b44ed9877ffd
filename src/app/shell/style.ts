import "./shell.css";
