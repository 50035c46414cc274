using System.Text;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Tests.Import;

public sealed class TextDecodingTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Of one, two and four bytes; whichever of them the end of a block cuts.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public void A_long_text_in_GB_18030_is_the_same_in_UTF_8(string before)
    {
        var text = before + string.Concat(Enumerable.Repeat("忻州𠀀é\n", 40_000));
        var (utf8, fault) = TextDecoding.ToUtf8(Gb18030.GetBytes(text));

        Assert.Null(fault);
        Assert.Equal(text, Encoding.UTF8.GetString(utf8.Span));
    }

    [Fact]
    public void A_private_character_is_told_before_a_control_character_wherever_they_stand()
    {
        byte[] content = [.. Gb18030.GetBytes("忻\u0081" + new string('a', 100_000) + "\uE000"), .. Gb18030.GetBytes("州")];

        Assert.Equal((FaultReason.Encoding, "U+E000"), TextDecoding.ToUtf8(content).Fault is { } fault ? (fault.Reason, fault.Found) : default);
    }
}
