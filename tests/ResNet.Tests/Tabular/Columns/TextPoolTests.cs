using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class TextPoolTests
{
    [Fact]
    public void Texts_longer_than_it_holds_are_refused()
    {
        var texts = new TextPool(most: 10);

        texts.CodeOf("12345"u8).Should().Be(0);
        texts.CodeOf("54321"u8).Should().Be(1);
        texts.CodeOf("12345"u8).Should().Be(0, "it is there");
        FluentActions.Invoking(() => texts.CodeOf("x"u8)).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("its different texts are longer than 2 GB together; leave the column out of the file.");
        texts.ToStrings().Should().Equal("12345", "54321");
    }
}
