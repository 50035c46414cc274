namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>Everything that the verdict on a light used: <see cref="ItemInputs"/>, <see cref="TargetInputs"/> or <see cref="TaskInputs"/>.</summary>
public abstract record LightInputs
{
    private protected LightInputs()
    {
    }
}
