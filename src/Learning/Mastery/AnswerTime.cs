using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Mastery;

/// <summary>How long answers to an item take, and which are too fast to be more than a guess.</summary>
public static class AnswerTime
{
    /// <summary>So many times must be known before an item's own median counts.</summary>
    public const int Known = 20;

    /// <summary>Faster than this is rapid where too few times are known, in milliseconds.</summary>
    public const double RapidMs = 3000;

    // One tenth of what is usual: the threshold NT10 of Wise and Ma (2012).
    private const double RapidShare = 0.1;

    // Under this the estimate would no longer follow an item whose use changes.
    private const double SlowestRate = 0.01;

    /// <summary>True where an answer came too fast to be more than a guess. An unknown time (0 or less) is never rapid.</summary>
    public static bool IsRapid(int durationMs, in ItemEstimate item) =>
        durationMs > 0 && durationMs < (item.Timed >= Known ? RapidShare * item.MedianMs : RapidMs);

    /// <summary>
    /// Moves the running median by one time: in the logarithm, up where the time was longer and down where it was shorter,
    /// by 1/n (Robbins and Monro 1951; stochastic approximation of a quantile). Outliers weigh no more than others.
    /// </summary>
    public static void Count(int durationMs, ref ItemEstimate item)
    {
        if (durationMs <= 0) return;
        if (item.Timed == 0) item.MedianMs = durationMs;
        else
        {
            var rate = Math.Max(1.0 / (item.Timed + 1), SlowestRate);
            item.MedianMs = (float)(item.MedianMs * Math.Exp(rate * Math.Sign(durationMs - item.MedianMs)));
        }
        if (item.Timed < int.MaxValue) item.Timed++;
    }
}
