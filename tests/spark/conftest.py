"""One session of Spark for all its tests: two workers on this machine, and a second try for a task that fails."""

from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession

from asylum_rules.population.spark import session_on


@pytest.fixture(scope="session")
def session() -> Iterator[SparkSession]:
    with session_on("local[2,2]") as found:
        yield found
