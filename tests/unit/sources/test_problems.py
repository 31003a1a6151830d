from guidekit.sources.problems import Problem, did_you_mean, report


def test_a_problem_reads_path_line_what_expected_hint():
    problem = Problem("docs/a.md", 3, "unknown key 'titel'", "one of title", "did you mean 'title'?")
    assert str(problem) == "docs/a.md:3: unknown key 'titel'; expected one of title; did you mean 'title'?"


def test_a_report_sorts_counts_and_drops_repetitions():
    second, first = Problem("b.md", 1, "x"), Problem("a.md", 9, "y")
    assert report([second, first, second]) == "2 problems in the sources:\n  a.md:9: y\n  b.md:1: x"
    assert report([first]).startswith("1 problem in")


def test_a_suggestion_is_close_or_absent():
    assert did_you_mean("resilente", ["resilientes", "costos"]) == "did you mean 'resilientes'?"
    assert did_you_mean("zzz", ["resilientes"]) == ""
