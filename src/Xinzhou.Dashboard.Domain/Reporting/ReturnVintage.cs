using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>How the vintage of a released figure is worded, so that the import format reads the stage out of it again.</summary>
public static class ReturnVintage
{
    /// <summary>The label of a form's stage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No form has the stage.</exception>
    public static string Label(Stage stage) => stage switch
    {
        Stage.Flash => "快报数",
        Stage.Preliminary => "初步数",
        Stage.Final => "最终核实数",
        Stage.Revised => "修订数",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No form has this stage."),
    };
}
