namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>Stands for the words of the step drawing (StepWords.resx).</summary>
public sealed class StepWords
{
    private StepWords()
    {
    }
}
