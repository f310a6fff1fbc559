using FsCheck;
using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

public class DatasetSplitsTests
{
    [Fact]
    public void Select_copies_samples_in_the_order_told()
    {
        Matrix<float> inputs = Matrix<float>.Build.DenseOfArray(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Dataset selected = Dataset.ForClassification(inputs, [0, 3, 1], 4).Select([2, 0, 2, 1]);
        Dataset regression = Dataset.ForRegression(inputs, inputs * 10).Select([1, 0]);
        inputs[0, 0] = 99;

        selected.Inputs.Should().Be(Matrix<float>.Build.DenseOfArray(new float[,] { { 3, 1, 3, 2 }, { 6, 4, 6, 5 } }));
        selected.Labels.Should().Equal(1, 0, 1, 3);
        selected.Classes.Should().Be(4);
        selected.Weights.Should().BeNull();
        regression.Targets.Should().Be(Matrix<float>.Build.DenseOfArray(new float[,] { { 20, 10 }, { 50, 40 } }));
        regression.Labels.Should().BeNull();
    }

    [Fact]
    public void Select_refuses_samples_that_are_not_there()
    {
        Dataset data = Numbered([0, 1, 0]);

        data.Invoking(d => d.Select(null!)).Should().Throw<ArgumentNullException>().WithParameterName("samples");
        data.Invoking(d => d.Select([])).Should().Throw<ArgumentException>().WithParameterName("samples")
            .WithMessage("Expected at least one sample.*");
        data.Invoking(d => d.Select([0, -1])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("samples");
        data.Invoking(d => d.Select([3])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("samples");
    }

    [Fact]
    public void A_class_gives_its_share()
    {
        // 3 of 10; the shares 1.8, 0.9 and 0.3 of classes of 6, 3 and 1 leave 2 after rounding down, to the largest remainders
        (Dataset training, Dataset held) = Numbered([0, 0, 0, 0, 0, 0, 1, 1, 1, 3]).Split(0.3);

        held.Labels.Should().Equal(0, 0, 1);
        training.Labels.Should().Equal(0, 0, 0, 0, 1, 1, 3);
        held.Classes.Should().Be(4);
    }

    [Theory]
    [InlineData(0.01, 1)]
    [InlineData(0.24, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.99, 5)]
    public void The_share_is_rounded_and_neither_part_is_empty(double share, int expected)
    {
        Numbered([0, 1, 1, 0, 0, 1]).Split(share).HeldOut.Count.Should().Be(expected);
        Numbered(6).Split(share).HeldOut.Count.Should().Be(expected);
        Numbered([0, 1, 1, 0, 0, 1]).SplitAtRandom(share).HeldOut.Count.Should().Be(expected);
    }

    [Property]
    public void A_split_parts_the_samples(NonEmptyArray<byte> drawn, byte share, int seed)
    {
        int[] labels = [0, .. drawn.Get.Select(label => label % 4)];
        double held = (share + 1) / 257.0;
        Dataset data = Numbered(labels);

        ShouldPart(data.Split(held, seed), data);
        ShouldPart(data.SplitAtRandom(held, seed), data);
        ShouldPart(Numbered(labels.Length).Split(held, seed), Numbered(labels.Length));
    }

    [Fact]
    public void A_class_of_one_sample_is_learned_from()
    {
        // half of 8; without the class of 1, of which the half would be rounded up, there are 4 of 7 to hold out
        (Dataset training, Dataset held) = Numbered([0, 1, 2, 1, 2, 1, 1, 2]).Split(0.5);

        training.Labels.Should().Contain(0);
        held.Labels.Should().HaveCount(4).And.NotContain(0);
    }

    [Property]
    public void Classes_are_the_strata(NonEmptyArray<byte> drawn, byte share, byte more, int seed)
    {
        int[] labels = [0, .. drawn.Get.Select(label => label % 4)];
        double heldOut = (share + 1) / 257.0;
        int count = 2 + more % (labels.Length - 1);
        Dataset data = Numbered(labels);

        ShouldHold(data.Split(heldOut, seed), Strata.Split(labels, heldOut, seed));
        ShouldHold(data.SplitAtRandom(heldOut, seed), Strata.Split(new int[labels.Length], heldOut, seed));
        foreach (((Dataset, Dataset) fold, (int[], int[]) rows) in data.Folds(count, seed).Zip(Strata.Folds(labels, count, seed)))
        {
            ShouldHold(fold, rows);
        }
    }

    [Property]
    public void Every_sample_is_validated_on_once(NonEmptyArray<byte> drawn, byte more, int seed)
    {
        int[] labels = [0, .. drawn.Get.Select(label => label % 4)];
        int count = 2 + more % (labels.Length - 1);
        Dataset data = Numbered(labels);

        IReadOnlyList<(Dataset Training, Dataset Validation)> folds = data.Folds(count, seed);

        folds.Should().HaveCount(count);
        foreach ((Dataset Training, Dataset Validation) fold in folds) ShouldPart(fold, data);
        folds.SelectMany(fold => Numbers(fold.Validation)).Order().Should().Equal(Enumerable.Range(0, data.Count));
        ShouldBeWithinOne(folds.Select(fold => fold.Validation.Count));
        for (int c = 0; c < 4; c++) ShouldBeWithinOne(folds.Select(fold => fold.Validation.Labels!.Count(label => label == c)));
    }

    [Fact]
    public void Folds_of_a_regression_are_of_one_size()
    {
        IReadOnlyList<(Dataset Training, Dataset Validation)> folds = Numbered(10).Folds(3, seed: 5);

        folds.Select(fold => fold.Validation.Count).Should().Equal(4, 3, 3);
        folds.SelectMany(fold => Numbers(fold.Validation)).Order().Should().Equal(Enumerable.Range(0, 10));
        foreach ((Dataset Training, Dataset Validation) fold in folds) ShouldPart(fold, Numbered(10));
    }

    [Fact]
    public void The_seed_decides_the_draw()
    {
        Dataset data = Numbered(50);
        Dataset labelled = Numbered([.. Enumerable.Range(0, 50).Select(i => i % 2)]);

        foreach (Func<int, Dataset> draw in (Func<int, Dataset>[])
            [
                seed => data.Split(0.5, seed).HeldOut, seed => data.Folds(2, seed)[0].Validation,
                seed => labelled.Split(0.5, seed).HeldOut, seed => labelled.SplitAtRandom(0.5, seed).HeldOut,
                seed => labelled.Folds(2, seed)[1].Validation,
            ])
        {
            Numbers(draw(3)).Should().Equal(Numbers(draw(3)));
            Numbers(draw(3)).Should().NotEqual(Numbers(draw(4)));
        }

        Numbers(data.Split(0.5).HeldOut).Should().Equal(Numbers(data.Split(0.5, seed: 0).HeldOut));
    }

    [Fact]
    public void A_draw_at_random_does_not_mind_the_labels()
    {
        Dataset data = Numbered([.. Enumerable.Range(0, 20).Select(i => i % 2)]);

        int[] zeros = [.. Enumerable.Range(0, 20).Select(seed => data.SplitAtRandom(0.5, seed).HeldOut.Labels!.Count(label => label == 0))];

        zeros.Should().Contain(count => count != 5).And.OnlyContain(count => count >= 0 && count <= 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_share_must_be_between_0_and_1(double heldOut)
    {
        Action[] splits = [() => Numbered(4).Split(heldOut), () => Numbered([0, 1]).SplitAtRandom(heldOut)];

        foreach (Action split in splits)
        {
            split.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(heldOut))
                .WithMessage("The share to hold out must be above 0 and below 1.*");
        }
    }

    [Fact]
    public void A_single_sample_cannot_be_split()
    {
        Numbered(1).Invoking(d => d.Split(0.5)).Should().Throw<InvalidOperationException>().WithMessage("A single sample cannot be split.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(5)]
    public void There_are_from_2_folds_to_as_many_as_samples(int count)
    {
        Numbered(4).Invoking(d => d.Folds(count)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(count));
        Numbered(4).Folds(4).Should().OnlyContain(fold => fold.Validation.Count == 1 && fold.Training.Count == 3);
    }

    /// <summary>Samples whose only feature is their number.</summary>
    private static Dataset Numbered(int[] labels) => Dataset.ForClassification(Row(labels.Length), labels, classes: 4);

    private static Dataset Numbered(int count) => Dataset.ForRegression(Row(count), Row(count) * 2);

    private static Matrix<float> Row(int count) => Matrix<float>.Build.Dense(1, count, (_, sample) => sample);

    private static IEnumerable<int> Numbers(Dataset data) => data.Inputs.Row(0).Select(value => (int)value);

    private static void ShouldPart((Dataset Others, Dataset Chosen) parts, Dataset whole)
    {
        Numbers(parts.Others).Should().NotBeEmpty().And.BeInAscendingOrder();
        Numbers(parts.Chosen).Should().NotBeEmpty().And.BeInAscendingOrder();
        Numbers(parts.Others).Concat(Numbers(parts.Chosen)).Order().Should().Equal(Enumerable.Range(0, whole.Count));
        foreach (Dataset part in new[] { parts.Others, parts.Chosen })
        {
            part.Classes.Should().Be(whole.Classes);
            if (whole.Labels is { } labels) part.Labels.Should().Equal(Numbers(part).Select(number => labels[number]));
            else part.Targets!.Row(0).Should().Equal(Numbers(part).Select(number => 2f * number));
        }
    }

    private static void ShouldHold((Dataset Others, Dataset Chosen) parts, (int[] Others, int[] Chosen) samples)
    {
        Numbers(parts.Others).Should().Equal(samples.Others);
        Numbers(parts.Chosen).Should().Equal(samples.Chosen);
    }

    private static void ShouldBeWithinOne(IEnumerable<int> counts) => (counts.Max() - counts.Min()).Should().BeLessThanOrEqualTo(1);
}
