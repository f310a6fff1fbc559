using FsCheck;
using FsCheck.Xunit;
using ResNet.Studies;

namespace ResNet.Tests.Studies;

public class RateSearchTests
{
    private const double Chance = 2 / 3.0;
    private static readonly DepthStudyOptions options = new();

    public static TheoryData<float> Rates => [.. options.LearningRates];

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_best_rate_is_found_wherever_it_is_and_those_beside_it_are_tried(float best)
    {
        RateSearch search = Searched(options, (rate, _) => 0.1 + 0.1 * Math.Abs(Math.Log10(rate / best)));

        Chosen(search, options).LearningRate.Should().Be(best);
        Tried(search).Should().Contain(Beside(best));
        Chosen(search, options).IsRateAtEdge.Should().Be(best is 1 or 0.000001f);
        search.Ended.Should().HaveCountLessThan(13 + 2, "not every rate is tried, and few with all seeds");
    }

    [Fact]
    public void Rates_that_all_learn_nothing_hide_none_that_learns_something()
    {
        RateSearch search = Searched(options, (rate, _) => rate > 0.00005f ? Chance : 0.4);

        Chosen(search, options).LearningRate.Should().BeLessThan(0.00005f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_equal_rates_the_one_in_the_middle_is_chosen_which_is_at_no_edge(int seeds)
    {
        DepthStudyOptions equal = new() { Seeds = seeds };

        DepthStudyPoint chosen = Chosen(Searched(equal, (_, _) => 1), equal);

        chosen.LearningRate.Should().Be(0.001f);
        chosen.IsRateAtEdge.Should().BeFalse();
    }

    [Fact]
    public void Where_no_rate_learns_anything_the_search_ends_with_all_seeds_at_one_of_them()
    {
        RateSearch search = Searched(options, (_, _) => Chance);

        Chosen(search, options).Seeds.Should().Be(3);
        search.Ended.Should().HaveCount(7 + 2 + 2 + 2, "every other rate, two beside one, its seeds, and one seed more of those beside");
    }

    [Fact]
    public void A_rate_without_errors_needs_no_seeds_of_others()
    {
        RateSearch search = Searched(options, (_, _) => 0);

        search.Ended.Select(run => (run.LearningRate, run.Seed))
            .Should().Equal((0.003f, 1), (0.001f, 1), (0.001f, 2), (0.001f, 3), (0.0003f, 1));
    }

    [Fact]
    public void The_median_decides_not_the_luck_of_the_first_seed()
    {
        RateSearch search = Searched(options, (rate, seed) => rate switch
        {
            0.001f => seed == 1 ? 0.1 : 0.5,
            0.0003f => 0.2,
            0.0001f => seed == 1 ? 0.3 : 0.15,
            _ => Chance,
        });

        Chosen(search, options).LearningRate.Should().Be(0.0001f, "the search goes on beside a better rate");
        Chosen(search, options).MedianError.Should().Be(0.15);
    }

    [Fact]
    public void A_rate_gets_another_seed_only_while_it_can_still_be_better()
    {
        RateSearch search = Searched(options, (rate, seed) => rate == 0.001f ? 0.2 : rate == 0.003f && seed == 1 ? 0.25 : 0.3);

        search.Ended.Where(run => run.LearningRate is 0.003f or 0.0003f).Select(run => (run.LearningRate, run.Seed))
            .Should().Equal([(0.003f, 1), (0.003f, 2), (0.0003f, 1), (0.0003f, 2)], "of two above the best a third makes no better median");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Short_grids_are_searched_to_their_ends(int rates)
    {
        for (int best = 0; best < rates; best++)
        {
            DepthStudyOptions few = new() { LearningRates = [.. Enumerable.Range(1, rates)] };
            RateSearch search = Searched(few, (rate, _) => 0.1 * Math.Abs(rate - 1 - best) + 0.1);

            Chosen(search, few).LearningRate.Should().Be(best + 1);
        }
    }

    [Property(MaxTest = 1000)]
    public void The_order_in_which_runs_end_does_not_count_and_no_rate_chosen_is_at_the_edge_of_those_tried(
        int errors, int order, PositiveInt seeds)
    {
        DepthStudyOptions some = new() { Seeds = 1 + seeds.Get % 5 };
        var random = new Random(errors);
        var table = some.LearningRates.ToDictionary(rate => rate, _ => new double[some.Seeds].Select(_ => random.Next(8) / 8.0).ToList());
        var turns = new Random(order);

        RateSearch inOrder = Searched(some, (rate, seed) => table[rate][seed - 1]);
        RateSearch mixed = Searched(some, (rate, seed) => table[rate][seed - 1], turns.Next);

        mixed.Ended.Should().Equal(inOrder.Ended);
        DepthStudyPoint chosen = Chosen(mixed, some);
        chosen.Seeds.Should().Be(some.Seeds);
        if (chosen.HighestError > 0) Tried(mixed).Should().Contain(Beside(chosen.LearningRate), "one without errors cannot be beaten");
    }

    private static RateSearch Searched(DepthStudyOptions options, Func<float, int, double> error, Func<int, int>? which = null)
    {
        var search = new RateSearch(NetworkKind.Residual, 8, Initialization.He, options);
        while (search.Wanted.Count > 0)
        {
            search.Left.Should().BePositive();
            PlannedRun run = search.Wanted[which?.Invoke(search.Wanted.Count) ?? 0];
            double found = error(run.LearningRate, run.Seed);
            search.Add(run.Ended(new Evaluation(found, found), RunStatus.Ok, TimeSpan.Zero));
        }

        search.Left.Should().Be(0);
        return search;
    }

    private static DepthStudyPoint Chosen(RateSearch search, DepthStudyOptions options) =>
        DepthStudyPoint.Choose(search.Ended, search.Ended.Count, options);

    private static IEnumerable<float> Tried(RateSearch search) => search.Ended.Select(run => run.LearningRate).Distinct();

    private static IEnumerable<float> Beside(float rate)
    {
        var rates = options.LearningRates.ToList();
        return new[] { rates.IndexOf(rate) - 1, rates.IndexOf(rate) + 1 }.Where(place => place >= 0 && place < rates.Count)
            .Select(place => rates[place]);
    }
}
