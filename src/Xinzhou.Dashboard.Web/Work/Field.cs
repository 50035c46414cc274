namespace Xinzhou.Dashboard.Web.Work;

/// <summary>What every field of a work page has: a label above it, a hint and a refusal below it.</summary>
public abstract class Field<T> : ComponentBase
{
    /// <summary>The id of the control, unique on the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What is asked for.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What stands in it.</summary>
    [Parameter]
    public T? Value { get; set; }

    /// <summary>Raised at every change.</summary>
    [Parameter]
    public EventCallback<T?> ValueChanged { get; set; }

    /// <summary>One sentence of help.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Why it is refused; null while it is not.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>Whether it may be changed.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Own classes of the field.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The id of the hint; null if there is none.</summary>
    protected string? HintId => Hint is null ? null : $"{Id}-hint";

    /// <summary>The id of the refusal.</summary>
    protected string ErrorId => $"{Id}-error";
}
