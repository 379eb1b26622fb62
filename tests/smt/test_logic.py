"""What is known is worked out at once; what is not is left to the solver, which may give up."""

import pytest

from asylum_rules.smt.logic import (
    FALSE,
    TRUE,
    GaveUp,
    Model,
    Number,
    Possible,
    Truth,
    all_of,
    any_of,
    choose,
    free_number,
    free_truth,
    solve,
)

P, Q, N, M = free_truth("p"), free_truth("q"), free_number("n"), free_number("m")


def test_a_truth_is_no_python_truth() -> None:
    with pytest.raises(TypeError, match="join truths with &"):
        bool(P)


def test_what_is_known_is_worked_out() -> None:
    assert (~TRUE, TRUE & P, FALSE & P, FALSE | P, TRUE | P) == (FALSE, P, FALSE, P, TRUE)
    assert (all_of(()), any_of(()), P & P, P | P) == (TRUE, FALSE, P, P)
    assert (Number(7) // 2, Number(-7) // 2, Number(7) % 4, Number(2) * 3 - 1) == tuple(map(Number, (3, -4, 3, 5)))
    assert (N.is_below(N + 1), N.is_equal(N + 1), N.is_at_most(N)) == (TRUE, FALSE, TRUE)
    assert (N - N, choose(TRUE, N, M), choose(FALSE, N, M), choose(P, N, N)) == (Number(0), N, M, N)
    assert (Number(1).known, N.known) == (1, None)


def test_a_case_gives_every_truth_and_number_a_value() -> None:
    model = solve(P & ~Q & N.is_equal(7), 10_000)

    assert isinstance(model, Model)
    assert [model.truth(each) for each in (P, Q, TRUE, P & Q, P | Q)] == [True, False, True, False, True]
    assert [model.number(each) for each in (N, Number(3), N // 2, N % 4, choose(Q, N, N + 1))] == [7, 3, 3, 3, 8]


def test_where_nothing_is_a_case_there_is_none() -> None:
    assert solve(N.is_below(M) & M.is_below(N), 10_000) is None


def test_a_solver_that_does_not_answer_in_time_gives_up() -> None:
    power = N * N * N * N
    hard = Number(1).is_below(N) & Number(1).is_below(M) & (power * N + M * M * M * 7).is_equal(M * power - 3 * 1001)

    assert isinstance(solve(hard, 0), GaveUp)


def test_what_cannot_be_beside_what_always_is_is_told() -> None:
    possible = Possible(N.is_below(3))

    assert [possible(each) for each in (TRUE, FALSE, N.is_equal(2), N.is_equal(3), P)] == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_equal_truths_are_one() -> None:
    assert {Truth(term=True), TRUE, P, free_truth("p")} == {TRUE, P}
