namespace ResNet.Tests.Kernels;

public class RandomStreamTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Uniform_numbers_lie_in_0_to_1_with_the_moments_of_the_uniform_distribution()
    {
        double[] x = Drawn(stream => stream.NextDouble());
        x.Should().OnlyContain(value => value >= 0 && value < 1);
        x.Average().Should().BeApproximately(0.5, 0.005);
        x.Average(value => (value - 0.5) * (value - 0.5)).Should().BeApproximately(1 / 12.0, 0.002);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        double[] x = Drawn(stream => stream.NextNormal());
        x.Average().Should().BeApproximately(0, 0.02);
        x.Average(value => value * value).Should().BeApproximately(1, 0.02);
        x.Average(value => value * value * value).Should().BeApproximately(0, 0.05);
        x.Average(value => value * value * value * value).Should().BeApproximately(3, 0.15);
        x.Zip(x.Skip(1), (a, b) => a * b).Average().Should().BeApproximately(0, 0.02, "neighbours are independent");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Whole_numbers_stay_below_their_bound_and_come_equally_often(int bound)
    {
        RandomStream stream = new(3, "bound");
        int[] counts = new int[bound];
        for (int i = 0; i < 7000 * bound; i++) counts[stream.NextInt(bound)]++;
        counts.Should().OnlyContain(count => Math.Abs(count - 7000) < 500);
    }

    [Fact]
    public void Whole_numbers_reach_the_upper_half_of_the_largest_bound()
    {
        RandomStream stream = new(3, "bound");
        int[] numbers = [.. Enumerable.Range(0, 100).Select(_ => stream.NextInt(int.MaxValue))];
        numbers.Should().OnlyContain(number => number >= 0).And.Contain(number => number > int.MaxValue / 2);
    }

    [Fact]
    public void Seed_and_purpose_fix_the_numbers()
    {
        ulong[] numbers = First(5, "blocks.0.layers.0.weight");
        First(5, "blocks.0.layers.0.weight").Should().Equal(numbers);
        First(6, "blocks.0.layers.0.weight").Should().NotIntersectWith(numbers);
        First(5, "blocks.0.layers.1.weight").Should().NotIntersectWith(numbers);
        First(-5, "blocks.0.layers.0.weight").Should().NotIntersectWith(numbers);
    }

    [Fact]
    public void Eight_numbers_at_once_are_the_next_eight()
    {
        RandomStream eightAtOnce = new RandomStream(7, "eight").Of(1, 2), oneByOne = new RandomStream(7, "eight").Of(1, 2);
        eightAtOnce.NextUInt64().Should().Be(oneByOne.NextUInt64());
        for (int i = 0; i < 5; i++)
        {
            var eight = eightAtOnce.NextEight();
            for (int place = 0; place < 8; place++) eight[place].Should().Be(oneByOne.NextUInt64());
        }

        eightAtOnce.NextUInt64().Should().Be(oneByOne.NextUInt64());
    }

    [Fact]
    public void Time_and_sample_fix_the_numbers_too()
    {
        ulong[][] numbers =
        [
            First(new RandomStream(5, "mask")),
            .. from draw in new[] { 0, 1, 2, 1L << 40 } from sample in new[] { 0, 1, 2 } select First(
                new RandomStream(5, "mask").Of(draw, sample)),
        ];
        First(new RandomStream(5, "mask").Of(1, 2)).Should().Equal(First(new RandomStream(5, "mask").Of(1, 2)));
        numbers.SelectMany(ofStream => ofStream).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_numbers_are_the_same_on_every_machine() => First(1, "test")[..2].Should().Equal(0x9378644F731C4569, 0x671393C3B9AED94D);

    [Fact]
    public void A_shuffle_is_a_permutation_and_moves_every_place()
    {
        int[] sums = new int[10];
        RandomStream stream = new(1, "shuffle");
        for (int i = 0; i < 2000; i++)
        {
            int[] order = [.. Enumerable.Range(0, 10)];
            stream.Shuffle(order);
            order.Order().Should().Equal(Enumerable.Range(0, 10));
            for (int place = 0; place < 10; place++) sums[place] += order[place];
        }

        sums.Should().OnlyContain(sum => Math.Abs(sum - 9000) < 600, "each place has the mean 4.5");
    }

    private static double[] Drawn(Func<Stream, double> next)
    {
        Stream stream = new();
        return [.. Enumerable.Range(0, Draws).Select(_ => next(stream))];
    }

    private static ulong[] First(int seed, string purpose) => First(new RandomStream(seed, purpose));

    private static ulong[] First(RandomStream stream) => [.. Enumerable.Range(0, 50).Select(_ => stream.NextUInt64())];

    /// <summary>The structure in a box, so that drawing from it moves it on.</summary>
    private sealed class Stream
    {
        private RandomStream stream = new(1, "moments");

        public double NextDouble() => stream.NextDouble();

        public double NextNormal() => stream.NextNormal();
    }
}
