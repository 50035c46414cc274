using System.Text;
using System.Xml;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>Reading the XML of a workbook piece by piece; both namespaces of the format have the same local names.</summary>
internal static class WorkbookXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>
    /// The text of the string item the reader stands on (<c>si</c> or <c>is</c>): its own and that of its runs, without
    /// phonetic hints; digits of runs that are raised or lowered are raised or lowered characters, for they are shown so and are
    /// no digits of a number, and what is struck out keeps its stroke. The reader then stands on its end.
    /// </summary>
    public static string ReadString(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var (depth, inText, phonetic, align, struck) = (xml.Depth, false, 0, (string?)null, false);
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when !xml.IsEmptyElement && xml.LocalName == "rPh":
                    phonetic++;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    phonetic--;
                    break;
                case XmlNodeType.Element when xml.LocalName == "r":
                    (align, struck) = (null, false);
                    break;
                case XmlNodeType.Element when xml.LocalName == "vertAlign":
                    align = xml.GetAttribute("val");
                    break;
                case XmlNodeType.Element when xml.LocalName == "strike":
                    struck = IsOn(xml);
                    break;
                case XmlNodeType.Element when xml.LocalName == "t":
                    inText = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                        when inText && phonetic == 0:
                    var shown = align is "superscript" or "subscript" ? PlainText.Raised(xml.Value, align == "subscript") : xml.Value;
                    text.Append(struck ? PlainText.Struck(CellText.Decode(shown)) : shown);
                    break;
            }
        }

        return CellText.Decode(text.ToString());
    }

    /// <summary>True for an element such as <c>strike</c> that stands for itself, unless it says that it does not hold.</summary>
    public static bool IsOn(XmlReader xml) => xml.GetAttribute("val") is not ("0" or "false" or "off");
}
