using System.Globalization;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

[Trait("Category", "Faults")]
public sealed class FaultTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Every_fault_has_a_code_and_says_in_both_languages_what_is_wrong_and_what_would_be_right() =>
        Assert.All(Enum.GetValues<FaultReason>(), reason =>
        {
            var fault = new Fault(7, "value", reason, "写的", "一", "二");
            Assert.Matches("^[a-z_]+$", fault.Code);
            Assert.NotEqual(fault.Sentence(Chinese), fault.Sentence(English));
            Assert.All(
                new[] { fault.Sentence(Chinese), fault.Sentence(English), fault.Expected(Chinese), fault.Expected(English) },
                text => Assert.DoesNotContain("{", text));
            Assert.Contains("第 7 行 value 列", fault.Sentence(Chinese));
            Assert.Contains("Line 7, column value", fault.Sentence(English));
        });

    [Fact]
    public void A_long_text_is_cut_in_the_report() =>
        Assert.Equal(200, new Fault(2, "value", FaultReason.NotANumber, new string('长', 5000)).Found.Length);

    [Fact]
    public void A_fault_of_the_whole_file_names_no_line() =>
        Assert.Equal(
            "文件的编码是 UTF-16。应为：另存为 UTF-8 编码。",
            Fault.OfFile(FaultReason.Utf16).Sentence(Chinese));
}
