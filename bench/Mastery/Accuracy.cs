namespace LiveClass.Bench.Mastery;

/// <summary>How good probabilities of a right answer were.</summary>
/// <param name="Auc">Area under the ROC curve; ties count half.</param>
/// <param name="Logloss">Mean negative logarithm of the probability given to what happened.</param>
/// <param name="Share">Share of answers on the right side of one half.</param>
/// <param name="Ece">Expected calibration error over 15 bins of equal count.</param>
public readonly record struct Accuracy(double Auc, double Logloss, double Share, double Ece)
{
    private const int Bins = 15;

    /// <summary>Scores predictions against what happened, in the same order.</summary>
    public static Accuracy Of(double[] predictions, List<Response> rows)
    {
        var order = Enumerable.Range(0, predictions.Length).OrderBy(i => predictions[i]).ToArray();
        var logloss = 0.0;
        var hits = 0;
        for (var i = 0; i < predictions.Length; i++)
        {
            var p = Math.Clamp(predictions[i], 1e-12, 1 - 1e-12);
            logloss -= Math.Log(rows[i].Right ? p : 1 - p);
            if (predictions[i] >= 0.5 == rows[i].Right) hits++;
        }
        return new Accuracy(
            AucOf(order, predictions, rows), logloss / predictions.Length, (double)hits / predictions.Length, EceOf(order, predictions, rows));
    }

    /// <summary>By the mean rank of the right answers (Mann and Whitney 1947), with mid-ranks for ties.</summary>
    private static double AucOf(int[] order, double[] predictions, List<Response> rows)
    {
        double ranks = 0, right = 0;
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            while (end < order.Length && predictions[order[end]] == predictions[order[i]]) end++;
            var rank = (i + 1 + end) / 2.0;
            for (; i < end; i++)
            {
                if (!rows[order[i]].Right) continue;
                ranks += rank;
                right++;
            }
        }
        var wrong = order.Length - right;
        return right == 0 || wrong == 0 ? double.NaN : (ranks - right * (right + 1) / 2) / (right * wrong);
    }

    private static double EceOf(int[] order, double[] predictions, List<Response> rows)
    {
        var error = 0.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var first = (int)((long)order.Length * bin / Bins);
            var end = (int)((long)order.Length * (bin + 1) / Bins);
            var gap = 0.0;
            for (var i = first; i < end; i++) gap += predictions[order[i]] - (rows[order[i]].Right ? 1 : 0);
            error += Math.Abs(gap);
        }
        return error / order.Length;
    }
}
