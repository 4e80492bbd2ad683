"""The voters' server under load, against yardsticks in the same run."""
