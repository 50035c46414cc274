using System.IO.Compression;
using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Domain.Tests.CheckIns;

/// <summary>A file is what its content says.</summary>
public sealed class EvidenceCheckTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0];
    private static readonly byte[] Old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void What_is_known_is_told_by_its_content()
    {
        Assert.Equal(EvidenceKind.Pdf, Read("验收报告.PDF", "%PDF-1.7 …"u8.ToArray()).Kind);
        Assert.Equal(EvidenceKind.Png, Read("现场.png", Png).Kind);
        Assert.Equal(EvidenceKind.Jpeg, Read("现场.jpg", Jpeg).Kind);
        Assert.Equal(EvidenceKind.Jpeg, Read("现场.jpeg", Jpeg).Kind);
        Assert.Equal(EvidenceKind.Docx, Read("纪要.docx", Package("[Content_Types].xml", "word/document.xml")).Kind);
        Assert.Equal(EvidenceKind.Xlsx, Read("台账.xlsx", Package("[Content_Types].xml", "xl/workbook.xml")).Kind);
        Assert.Equal(EvidenceKind.Pptx, Read("汇报.pptx", Package("[Content_Types].xml", "ppt/presentation.xml")).Kind);
    }

    [Fact]
    public void A_name_that_says_something_else_is_refused_and_so_is_what_is_none_of_these()
    {
        Assert.Equal(EvidenceFault.NameDiffers, Read("现场.pdf", Png).Fault);
        Assert.Equal(EvidenceFault.NameDiffers, Read("没有扩展名", Png).Fault);
        Assert.Equal(EvidenceFault.UnknownKind, Read("页面.pdf", "<html><script>"u8.ToArray()).Fault);
        Assert.Equal(EvidenceFault.UnknownKind, Read("图.png", "<svg xmlns="u8.ToArray()).Fault);
        Assert.Equal(EvidenceFault.UnknownKind, Read("压缩包.docx", Package("a.txt")).Fault);
        Assert.Equal(EvidenceFault.UnknownKind, Read("坏的.docx", [.. "PK\u0003\u0004"u8, 1, 2, 3]).Fault);
        Assert.Equal(EvidenceFault.UnknownKind, Read("短.png", [0x89]).Fault);
        Assert.Equal(EvidenceFault.Empty, Read("空.pdf", []).Fault);
        Assert.Equal(EvidenceFault.BadName, Read("", Png).Fault);
        Assert.Equal(EvidenceFault.BadName, Read(new('长', 121), Png).Fault);
    }

    [Trait("Category", "Security")]
    [Fact]
    public void What_would_run_a_program_is_refused_and_the_old_formats_are_named()
    {
        Assert.Equal(EvidenceFault.WithMacros, Read("纪要.docx", Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).Fault);
        Assert.Equal(EvidenceFault.OldOffice, Read("纪要.doc", Old).Fault);
        Assert.Equal(EvidenceFault.OldOffice, Read("纪要.wps", Old).Fault);
    }

    [Theory]
    [InlineData(@"C:\资料\一.pdf", "一.pdf")]
    [InlineData("/tmp/一.pdf", "一.pdf")]
    [InlineData("一\r\n\u202Efdp.pdf", "一fdp.pdf")]
    [InlineData(null, "")]
    public void A_name_is_kept_without_folder_and_without_what_no_name_has(string? name, string kept) => Assert.Equal(kept, EvidenceCheck.CleanName(name));

    private static (EvidenceKind? Kind, EvidenceFault? Fault) Read(string name, byte[] content) => EvidenceCheck.Read(name, new MemoryStream(content));

    private static byte[] Package(params string[] parts)
    {
        using var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts) package.CreateEntry(part);
        }

        return content.ToArray();
    }
}
