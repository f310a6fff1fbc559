using FsCheck;
using FsCheck.Xunit;

namespace ResNet.Tests.Data;

public class BatchesTests
{
    [Fact]
    public void Samples_are_split_into_full_batches_and_a_shorter_last_one()
    {
        Batches.Split(10, 4, joinLastSingle: false).Should().Equal(Between(0, 4), Between(4, 8), Between(8, 10));
        Batches.Split(8, 4, joinLastSingle: false).Should().Equal(Between(0, 4), Between(4, 8));
        Batches.Split(3, 4, joinLastSingle: false).Should().Equal(Between(0, 3));
    }

    [Fact]
    public void A_last_single_sample_joins_the_batch_before_it_when_asked_to()
    {
        Batches.Split(9, 4, joinLastSingle: true).Should().Equal(Between(0, 4), Between(4, 9));
        Batches.Split(9, 4, joinLastSingle: false).Should().Equal(Between(0, 4), Between(4, 8), Between(8, 9));
    }

    [Fact]
    public void A_last_batch_of_two_stays_alone()
    {
        Batches.Split(10, 4, joinLastSingle: true).Should().Equal(Between(0, 4), Between(4, 8), Between(8, 10));
    }

    [Fact]
    public void A_single_sample_with_no_batch_before_it_is_a_batch()
    {
        Batches.Split(1, 4, joinLastSingle: true).Should().Equal(Between(0, 1));
    }

    [Fact]
    public void Batches_of_one_leave_no_other_single_sample_joined()
    {
        Batches.Split(3, 1, joinLastSingle: true).Should().Equal(Between(0, 1), Between(1, 3));
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        Batches.Split(int.MaxValue, int.MaxValue, joinLastSingle: true).Should().Equal(Between(0, int.MaxValue));
        Batches.Split(int.MaxValue, 1 << 30, joinLastSingle: true).Should().Equal(Between(0, 1 << 30), Between(1 << 30, int.MaxValue));
    }

    [Property]
    public void Every_sample_is_in_exactly_one_batch(PositiveInt samples, PositiveInt batchSize, bool joinLastSingle)
    {
        IReadOnlyList<Slice> batches = Batches.Split(samples.Get, batchSize.Get, joinLastSingle);

        batches.SelectMany(batch => Enumerable.Range(batch.First, batch.Count))
            .Should().Equal(Enumerable.Range(0, samples.Get));
        batches.SkipLast(1).Select(batch => batch.Count)
            .Should().Equal(Enumerable.Repeat(batchSize.Get, batches.Count - 1));
    }

    [Theory]
    [InlineData(0, 1, "samples")]
    [InlineData(-1, 1, "samples")]
    [InlineData(1, 0, "batchSize")]
    [InlineData(1, -1, "batchSize")]
    public void Numbers_below_one_are_refused(int samples, int batchSize, string parameter)
    {
        Action split = () => Batches.Split(samples, batchSize, joinLastSingle: false);

        split.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(parameter);
    }

    private static Slice Between(int first, int end) => new(first, end - first);
}
