@echo off
rem The one script to learn: build | test | run | bench | format
cd /d "%~dp0"
if "%1"=="build"  ( dotnet build LiveClass.sln -v minimal -nologo & goto :eof )
if "%1"=="test"   ( bash scripts/test.sh %2 %3 %4 %5 %6 & goto :eof )
if "%1"=="run"    ( dotnet run --project src/Web -- %2 %3 %4 %5 %6 & goto :eof )
if "%1"=="bench"  ( dotnet run -c Release --project bench -- %2 %3 %4 %5 %6 %7 %8 %9 & goto :eof )
if "%1"=="format" ( dotnet format LiveClass.sln %2 & goto :eof )
echo dev build ^| test ^| run ^| bench ^| format
exit /b 2
