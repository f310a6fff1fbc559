using FsCheck;
using FsCheck.Xunit;

namespace ResNet.Tests.Data;

public class StrataTests
{
    [Fact]
    public void Draws_are_these_on_every_machine()
    {
        int[] strata = [3, 1, 3, 2, 1, 3, 3, 1, 2, 3];

        ShouldBe(Strata.Split(strata, 0.4, seed: 7), [0, 1, 2, 3, 5, 7], [4, 6, 8, 9]);
        IReadOnlyList<(int[] Training, int[] Validation)> folds = Strata.Folds(strata, 3, seed: 7);
        folds.Should().HaveCount(3);
        ShouldBe(folds[0], [0, 2, 3, 4, 7, 9], [1, 5, 6, 8]);
        ShouldBe(folds[1], [1, 2, 5, 6, 7, 8, 9], [0, 3, 4]);
        ShouldBe(folds[2], [0, 1, 3, 4, 5, 6, 8], [2, 7, 9]);
    }

    [Property]
    public void Every_row_is_in_one_part_and_the_share_is_rounded(NonEmptyArray<byte> drawn, byte kinds, byte share, int seed)
    {
        int[] strata = Drawn(drawn, kinds);
        double heldOut = (share + 1) / 257.0;

        (int[] training, int[] held) = Strata.Split(strata, heldOut, seed);

        ShouldPart(training, held, strata.Length);
        held.Should().HaveCount(Total(heldOut, strata.Length));
    }

    [Property]
    public void No_stratum_is_held_out_whole_where_enough_rows_stay(NonEmptyArray<byte> drawn, byte kinds, byte share, int seed)
    {
        int[] strata = Drawn(drawn, kinds);
        (int[] training, int[] _) = Strata.Split(strata, (share + 1) / 257.0, seed);
        int[] sizes = [.. strata.CountBy(stratum => stratum).Select(pair => pair.Value).OrderDescending()];

        int[] kept = [.. training.Select(row => strata[row]).Distinct()];

        kept.Should().HaveCount(Math.Min(training.Length, sizes.Length));
        kept.Select(stratum => strata.Count(other => other == stratum)).OrderDescending().Should()
            .Equal(sizes.Take(kept.Length), "the largest keep a row");
    }

    [Property]
    public void Strata_give_the_same_share_to_within_rows(NonEmptyArray<byte> drawn, byte kinds, byte share, int seed)
    {
        int[] strata = Drawn(drawn, kinds);
        (int[] training, int[] held) = Strata.Split(strata, (share + 1) / 257.0, seed);
        (int Size, int Held)[] shares =
        [
            .. strata.Distinct().Select(stratum =>
                (strata.Count(other => other == stratum), held.Count(row => strata[row] == stratum))),
        ];
        if (training.Length < shares.Length) return;

        // h = r m rounded up or down, with one r for all of them: less than a row from it
        (int Size, int Held)[] free = [.. shares.Where(part => part.Held < part.Size - 1)];
        foreach ((int size, int count) in free)
        {
            free.Should().OnlyContain(other => Math.Abs(count * other.Size - other.Held * size) < size + other.Size);
        }

        shares.Should().OnlyContain(part => part.Held >= held.Length * part.Size / strata.Length);
        bool anyMore = shares.Any(part => part.Held * strata.Length >= held.Length * part.Size + strata.Length);
        bool anyAtItsLast = shares.Any(part => part.Held == part.Size - 1);
        (anyMore && !anyAtItsLast).Should().BeFalse("only what others cannot give is more than a share rounded up");
    }

    [Fact]
    public void What_small_strata_cannot_give_the_others_share()
    {
        // 24 of 60: the shares 16, 4 and ten times 0.4; without the ten, 24 · 40/50 = 19.2 and 24 · 10/50 = 4.8
        int[] strata = [.. Enumerable.Repeat(0, 40), .. Enumerable.Repeat(1, 10), .. Enumerable.Range(2, 10)];

        int[] held = Strata.Split(strata, 0.4).HeldOut;

        held.CountBy(row => strata[row]).Should().BeEquivalentTo(new Dictionary<int, int> { [0] = 19, [1] = 5 });
    }

    [Fact]
    public void Rows_that_are_all_their_own_stratum_are_drawn_at_random()
    {
        int[] strata = [.. Enumerable.Range(0, 10)];
        int[][] draws = [.. Enumerable.Range(0, 100).Select(seed => Strata.Split(strata, 0.3, seed).HeldOut)];

        draws.Should().OnlyContain(held => held.Length == 3);
        draws.SelectMany(held => held).CountBy(row => row).Should().HaveCount(10).And.OnlyContain(pair => pair.Value > 10);
        draws[4].Should().Equal(Strata.Split(strata, 0.3, seed: 4).HeldOut);
    }

    [Property]
    public void Of_the_integers_only_the_order_counts(NonEmptyArray<byte> drawn, byte kinds, byte share, int seed)
    {
        int[] strata = Drawn(drawn, kinds);
        double heldOut = (share + 1) / 257.0;
        int[] far = [.. strata.Select(stratum => stratum == strata.Max() ? int.MaxValue : int.MinValue + 9_000_000 * stratum)];

        (int[] training, int[] held) = Strata.Split(strata, heldOut, seed);
        ShouldBe(Strata.Split(far.ToList(), heldOut, seed), training, held);
        foreach (((int[], int[]) fold, (int[] learned, int[] validated)) in Strata.Folds(far, 2, seed).Zip(Strata.Folds(strata, 2, seed)))
        {
            ShouldBe(fold, learned, validated);
        }
    }

    [Property]
    public void Every_row_is_validated_on_once(NonEmptyArray<byte> drawn, byte kinds, byte more, int seed)
    {
        int[] strata = Drawn(drawn, kinds);
        int count = 2 + more % (strata.Length - 1);

        IReadOnlyList<(int[] Training, int[] Validation)> folds = Strata.Folds(strata, count, seed);

        folds.Should().HaveCount(count);
        foreach ((int[] training, int[] validation) in folds) ShouldPart(training, validation, strata.Length);
        folds.SelectMany(fold => fold.Validation).Order().Should().Equal(Enumerable.Range(0, strata.Length));
        ShouldBeWithinOne(folds.Select(fold => fold.Validation.Length));
        foreach ((int stratum, int size) in strata.CountBy(stratum => stratum))
        {
            ShouldBeWithinOne(folds.Select(fold => fold.Validation.Count(row => strata[row] == stratum)));
            folds.Count(fold => fold.Training.All(row => strata[row] != stratum)).Should().Be(size == 1 ? 1 : 0);
        }
    }

    [Fact]
    public void What_cannot_be_split_is_refused()
    {
        foreach (double heldOut in (double[])[0, 1, -0.1, double.NaN])
        {
            Refused<ArgumentOutOfRangeException>(() => Strata.Split([0, 1], heldOut), "heldOut")
                .WithMessage("The share to hold out must be above 0 and below 1.*");
        }

        Refused<ArgumentNullException>(() => Strata.Split(null!, 0.5), "strata");
        Refused<ArgumentException>(() => Strata.Split([0], 0.5), "strata").WithMessage("A split needs at least two rows.*");
        Refused<ArgumentNullException>(() => Strata.Folds(null!, 2), "strata");
        foreach (int count in (int[])[-1, 0, 1, 4]) Refused<ArgumentOutOfRangeException>(() => Strata.Folds([0, 1, 0], count), "count");
    }

    /// <summary>At least two rows of up to so many kinds.</summary>
    private static int[] Drawn(NonEmptyArray<byte> drawn, byte kinds) => [0, .. drawn.Get.Select(stratum => stratum % (kinds + 1))];

    private static int Total(double share, int rows) =>
        Math.Clamp((int)Math.Round(share * rows, MidpointRounding.AwayFromZero), 1, rows - 1);

    private static void ShouldPart(int[] others, int[] chosen, int rows)
    {
        others.Should().NotBeEmpty().And.BeInAscendingOrder();
        chosen.Should().NotBeEmpty().And.BeInAscendingOrder();
        others.Concat(chosen).Order().Should().Equal(Enumerable.Range(0, rows));
    }

    private static void ShouldBe((int[] Others, int[] Chosen) parts, int[] others, int[] chosen)
    {
        parts.Others.Should().Equal(others);
        parts.Chosen.Should().Equal(chosen);
    }

    private static void ShouldBeWithinOne(IEnumerable<int> counts) => (counts.Max() - counts.Min()).Should().BeLessThanOrEqualTo(1);

    private static FluentAssertions.Specialized.ExceptionAssertions<TException> Refused<TException>(Action split, string parameter)
        where TException : ArgumentException =>
        split.Should().ThrowExactly<TException>().WithParameterName(parameter);
}
