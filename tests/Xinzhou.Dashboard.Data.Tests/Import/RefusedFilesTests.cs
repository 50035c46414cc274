using System.Text;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Tests.Workbooks;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>Bad input gets its exact fault and stores nothing.</summary>
[Trait("Category", "Faults")]
public sealed class RefusedFilesTests(ImportDatabase shared) : IClassFixture<ImportDatabase>
{
    private const string Good = "GDP,忻州市,2023-H1,676.5,亿元,1,http://www.sxxz.gov.cn/a,ytd,,,,2023-08-18";
    private const string Header = ImportDatabase.Header;

    public static TheoryData<string, byte[], int, string, string> Files => new()
    {
        { "Big5", Latin("indicator,region\n\xA4\x40\xA4\x51,\xA9\xBE\xA6\x7B\xA5\xAB\n"), 0, "", "encoding" },
        { "Latin-1", Latin("indicator,region\ncaf\xE9,x\n"), 0, "", "encoding" },
        { "Shift-JIS", Latin("indicator,region\n\x83\x40\x83\x41\x80,x\n"), 0, "", "encoding" },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).ToArray(), 0, "", "encoding" },
        { "UTF-16 without its mark", Encoding.BigEndianUnicode.GetBytes(Header), 0, "", "encoding" },
        { "NUL", Utf8($"{Header}\n{Good}\0\n"), 0, "", "encoding" },
        { "nothing", [], 0, "", "format" },
        { "an old workbook", Latin("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), 0, "", "format" },
        { "other JSON", Utf8("{\"a\": 1}"), 0, "", "format" },
        { "broken JSON", Utf8("{\"keyTasks\": [}"), 0, "", "format" },
        { "a missing column", Utf8("indicator,region,period,value,unit,yoy,source,basis,vintage,quote\n"), 1, "note", "column" },
        { "a column twice", Utf8($"{Header},value\n"), 1, "value", "column" },
        { "text in a number", Rows(Good.Replace("676.5", "约676.5")), 2, "value", "number" },
        { "an unclosed quote", Rows(Good + "\nGDP,\"忻州市,2023-H1"), 3, "", "quoting" },
        { "a stray quote", Rows(Good.Replace("忻州市", "忻\"州市")), 2, "", "quoting" },
        { "text after a closing quote", Rows(Good.Replace("忻州市", "\"忻州\"市")), 2, "", "quoting" },
        { "a field too many", Rows(Good + ",x"), 2, "", "fields" },
        { "a fault after a quote over two lines", Rows(Good.Replace(",,,,", ",,\"引\r\n文\",,") + "\n" + Good.Replace("ytd", "abc")), 4, "basis", "basis" },
        { "an unknown name", Rows(Good.Replace("GDP", "不知道")), 2, "indicator", "unknown_indicator" },
        { "an unknown unit", Rows(Good.Replace("忻州市", "不知道")), 2, "region", "unknown_unit" },
        { "contradicting rows", Rows(Good + "\n" + Good.Replace("676.5", "676.6")), 3, "value", "duplicate" },
        { "百分点 with %", Rows("GDP_高于全省,忻州市,2023-H1,13.1,%,,http://a.com,gap,,,,"), 2, "unit", "unit" },
        { "a future actual", Rows(Good.Replace("2023-H1", "2199-H1")), 2, "period", "future" },
        { "no source", Rows(Good.Replace("http://www.sxxz.gov.cn/a", "")), 2, "source", "source" },
        { "a formula", Workbook.Of(Cells(Header) + Cells(Good).Replace("<c t=\"inlineStr\"><is><t>676.5</t></is></c>", "<c><f>600+76.5</f><v>676.5</v></c>")), 2, "value", "formula" },
        { "a scaled cell", Workbook.Of(Cells(Header) + Cells(Good).Replace("<c t=\"inlineStr\"><is><t>1</t></is></c>", "<c s=\"1\"><v>1000</v></c>"), ["0.0,"]), 2, "yoy", "number_format" },
        { "a zip bomb", Workbook.Of(new string(' ', 50_000_000)), 0, "", "expansion" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_faulty_file_gets_its_fault_and_stores_nothing(string name, byte[] content, int line, string column, string code)
    {
        var before = await shared.DumpAsync();
        var report = await shared.ImportAsync(content, create: name.StartsWith("an unknown", StringComparison.Ordinal) is false);
        var fault = Assert.Single(report.Faults);
        Assert.Equal((line, column, code), (fault.Line, fault.Column, fault.Code));
        Assert.Equal((0, 1), (report.New, report.Rejected));
        Assert.Equal(before, await shared.DumpAsync());
    }

    [Fact]
    public async Task A_file_over_50_MB_is_not_read()
    {
        using var stream = new EndlessStream();
        var (content, fault) = await FileContent.ReadAsync(stream);
        Assert.Null(content);
        Assert.Equal((0, "size"), (fault!.Line, fault.Code));
        Assert.InRange(stream.Given, SourceTable.MaxBytes, SourceTable.MaxBytes + (1 << 20));
    }

    [Fact]
    public async Task More_rows_than_allowed_are_refused()
    {
        var rows = new StringBuilder();
        for (var i = 0; i <= SourceTable.MaxRows; i++)
        {
            rows.Append(Good).Append('\n');
        }

        Assert.Equal("rows", Assert.Single((await shared.ImportAsync(rows.ToString())).Faults).Code);
    }

    [Fact]
    public async Task A_row_that_contradicts_what_is_stored_is_refused()
    {
        await using var database = await ImportDatabase.CreateAsync();
        Assert.True((await database.ImportAsync(Good)).Accepted);
        var before = await database.DumpAsync();
        var report = await database.ImportAsync(Good.Replace("676.5", "676.51"));
        var fault = Assert.Single(report.Faults);
        Assert.Equal((2, "value", "clash", "676.51亿元"), (fault.Line, fault.Column, fault.Code, fault.Found));
        Assert.Contains("676.5亿元", fault.Sentence());
        Assert.Equal(before, await database.DumpAsync());
    }

    [Fact]
    public async Task One_faulty_row_refuses_the_rest_and_all_faults_are_told()
    {
        var report = await shared.ImportAsync($"{Good}\n{Good.Replace("GDP", "?")}\n{Good.Replace("2023-H1", "?").Replace("676.5", "?")}");
        Assert.Equal([(3, "indicator"), (4, "period"), (4, "value")], report.Faults.Select(f => (f.Line, f.Column)));
        Assert.Equal("import: rows 3, figures 2, new 0, unchanged 0, superseding 0, conflicts 0, findings 0, rejected 2", report.Summary);
        Assert.Empty(await shared.FiguresAsync());
    }

    private static byte[] Rows(string rows) => Utf8($"{Header}\n{rows}\n");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static string Cells(string row) => Workbook.Row(row.Split(','));

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
