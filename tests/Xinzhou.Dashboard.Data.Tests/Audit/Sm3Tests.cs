using System.Text;
using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Data.Tests.Audit;

/// <summary>The examples of GB/T 32905, and pieces.</summary>
[Trait("Category", "Quick")]
[Trait("Category", "Security")]
public sealed class Sm3Tests
{
    [Theory]
    [InlineData("abc", 1, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcd", 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void The_examples_of_the_standard_have_its_digests(string text, int times, string digest) =>
        Assert.Equal(digest, Convert.ToHexStringLower(Sm3.Of(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times))))));

    [Fact]
    public void Pieces_have_the_digest_of_the_whole_and_the_next_begins_anew()
    {
        var sm3 = new Sm3();
        sm3.Add("a"u8);
        sm3.Add("bc"u8);

        Assert.Equal(Sm3.Of("abc"u8), sm3.Take());
        Assert.Equal(Sm3.Of([]), sm3.Take());
    }
}
