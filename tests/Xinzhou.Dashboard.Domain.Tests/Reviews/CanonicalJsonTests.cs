using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Domain.Tests.Reviews;

/// <summary>JSON has one spelling (RFC 8785), and what is spelled otherwise is not read.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [true, null, "é\u00e9\/"] }""", """{"a":[true,null,"éé/"],"b":1}""")]
    [InlineData("""{"能级":"产业","a":-0}""", """{"a":0,"能级":"产业"}""")]
    [InlineData("{\"k\":\"\\u0001\\n\\\"\\\\\\u007f\\ud83d\\ude00\"}", "{\"k\":\"\\u0001\\n\\\"\\\\\u007f😀\"}")]
    [InlineData("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"\\r\":4,\"1\":5}", "{\"\\r\":4,\"1\":5,\"€\":3,\"😀\":2,\"\ufb33\":1}")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    public void Names_are_sorted_by_their_units_and_only_what_must_be_is_escaped(string written, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Write(JsonNode.Parse(written)!)));

    [Theory]
    [InlineData("""{"a":1.5}""")]
    [InlineData("""{"a":1e3}""")]
    [InlineData("""[9007199254740993]""")]
    public void What_has_decimals_or_is_too_large_is_no_number_here(string written) =>
        Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonNode.Parse(written)!));

    [Theory]
    [InlineData("""{"b":1,"a":2}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":"\u00e9"}""")]
    [InlineData("""{"a":"\/"}""")]
    [InlineData("""{"a":1}x""")]
    [InlineData("\uFEFF{}")]
    [InlineData("{\"a\":\"\\ud83d\"}")]
    [InlineData("")]
    [InlineData("not JSON")]
    public void Another_spelling_is_not_read(string written) => Assert.Null(CanonicalJson.Read(Encoding.UTF8.GetBytes(written)));

    [Fact]
    public void Bytes_that_are_no_text_are_not_read() => Assert.Null(CanonicalJson.Read(new byte[] { (byte)'"', 0xff, (byte)'"' }));

    [Fact]
    public void Whatever_texts_and_names_there_are_what_is_written_is_read_again_as_it_is() => Gen.Select(Text, Text, Gen.Long[-(1L << 53) + 1, (1L << 53) - 1]).Sample((one, other, number) =>
    {
        var value = new JsonObject { ["x" + one] = other, ["y" + other] = new JsonArray(one, number, null, true) };
        var written = CanonicalJson.Write(value);
        using var read = CanonicalJson.Read(written);
        Assert.NotNull(read);
        Assert.Equal(other, read.RootElement.GetProperty("x" + one).GetString());
        Assert.Equal(written, CanonicalJson.Write(read.RootElement));
    });

    // Without halves of characters, which no text has.
    private static Gen<string> Text => Gen.Char.Where(c => !char.IsSurrogate(c)).Array[0, 12].Select(c => new string(c));
}
