using System.IO.Compression;
using System.Text;

namespace Xinzhou.Dashboard.Testing.Cases;

/// <summary>Files in the shape that people of this trade really have, which once went wrong.</summary>
public static class CaseFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="name">Its name: 02-county-bulletin.tsv.</param>
    public static byte[] Read(string name)
    {
        using var stream = typeof(CaseFile).Assembly.GetManifestResourceStream($"Cases/{name}")
            ?? throw new ArgumentException($"There is no case '{name}'.", nameof(name));
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A file of text.</summary>
    public static string Text(string name) => Encoding.UTF8.GetString(Read(name));

    /// <summary>The workbook of a return, made over for the return of another number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="filled">The number of the return.</param>
    public static byte[] OfReturn(string name, int filled)
    {
        using var stream = new MemoryStream();
        stream.Write(Read(name));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("xl/sharedStrings.xml") is { } shared && Has(shared) ? shared : zip.Entries.First(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) && Has(e));
            var text = Load(part).Replace(">56/", $">{filled}/", StringComparison.Ordinal);
            using var written = part.Open();
            written.SetLength(0);
            written.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    private static bool Has(ZipArchiveEntry part) => Load(part).Contains(">56/", StringComparison.Ordinal);

    private static string Load(ZipArchiveEntry part)
    {
        using var reader = new StreamReader(part.Open());
        return reader.ReadToEnd();
    }
}
