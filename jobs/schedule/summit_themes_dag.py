"""Runs summit-themes every night under Airflow (2.7 or later).

Exit 4 (the last run is still going) skips the task; 2 and 3 fail it without a retry; anything else is retried once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

HOME = "/opt/summit-themes"
RUN = (
    "cd {home} && jobs/submit.sh --master 'local[*]' --driver-memory 4g run"
    " --corpus /data/speeches --out /data/themes --config jobs/pipeline.yaml; code=$?;"
    # 99 tells Airflow to skip.
    " if [ $code -eq 4 ]; then exit 99; fi; exit $code"
).format(home=HOME)


def no_retry_for_what_a_person_must_mend(context):
    """Exit 2 or 3 will be the same at the next try: take the remaining tries away."""
    message = str(context.get("exception", ""))
    if any(f"exit code {code}" in message for code in (2, 3)):
        context["task_instance"].max_tries = 0


with DAG(
    dag_id="summit_themes",
    schedule="30 2 * * *",
    start_date=datetime(2025, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["themes"],
) as dag:
    run = BashOperator(
        task_id="run",
        bash_command=RUN,
        skip_on_exit_code=99,
        execution_timeout=timedelta(hours=6),
        retries=1,
        retry_delay=timedelta(minutes=5),
        on_retry_callback=no_retry_for_what_a_person_must_mend,
        email_on_failure=True,
        email=["themes@example.org"],
    )
