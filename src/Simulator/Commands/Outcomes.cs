using System.CommandLine;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;
using LiveClass.Simulator.Showing;

namespace LiveClass.Simulator.Commands;

/// <summary>Ends every command in the same way: the receipt in words, then one line of JSON, and 0 only where all is as it must be.</summary>
internal static class Outcomes
{
    /// <summary>Runs a command; what goes wrong becomes a receipt with an error.</summary>
    public static void SetRun(this Command command, Stage stage, Func<ParseResult, IDisplay, CancellationToken, Task<Receipt>> run) =>
        command.SetAction(async (result, cancellation) =>
        {
            var receipt = await GuardAsync(command.Name, () => run(result, stage.Display, cancellation));
            foreach (var line in ReceiptText.Lines(receipt)) stage.Output.WriteLine(line);
            stage.Output.WriteLine(ReceiptJson.Write(receipt));
            return receipt.Ok ? 0 : 1;
        });

    private static async Task<Receipt> GuardAsync(string name, Func<Task<Receipt>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (failure is UnavailableException or RefusedException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Receipt { Command = name, Error = failure.Message };
        }
        catch (OperationCanceledException)
        {
            return new Receipt { Command = name, Error = Receipt.Stopped };
        }
    }
}
